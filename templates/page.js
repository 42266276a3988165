// Lets a reader of the page choose initiatives, put them in order, and fold them. It works with what
// stands in the page, and keeps what is chosen in the address, so that a view can be sent.
"use strict";

const chooser = document.getElementById("udvalg");
const fields = [...chooser.querySelectorAll("input, select")];
const articles = [...document.querySelectorAll("article")];
const homes = new Map(articles.map((article) => [article, article.parentNode]));
const sections = new Set(homes.values());
const inOrder = document.getElementById("i-orden");
const words = new Map();

const plain = (text) => text.toLocaleLowerCase("da").normalize().replace(/\s+/g, " ").trim();
const wanted = (name) => fields.find((field) => field.name === name)?.value ?? "";
const values = (article, name) => (article.dataset[name] ?? "").split("\n");

// What was said earlier is not what an initiative is searched by.
function saidNow(article) {
  const parts = [...article.children].filter((part) => !part.matches(".said"));
  return parts.map((part) => part.textContent).join("\n");
}

function hasWords(article, terms) {
  if (terms.length && !words.has(article)) words.set(article, plain(saidNow(article)));
  return terms.every((term) => words.get(article).includes(term));
}

function isChosen(article, terms) {
  const chosen = ["ansvar", "status", "tegn"].filter(wanted);
  return chosen.every((name) => values(article, name).includes(wanted(name))) && hasWords(article, terms);
}

// What has no deadline or no grant comes last; what is alike stays in the order of the note.
const orders = {
  frist: (one, other) => (one.dataset.frist ?? "z").localeCompare(other.dataset.frist ?? "z"),
  bevilling: (one, other) => (other.dataset.bevilling ?? 0) - (one.dataset.bevilling ?? 0),
};
let arranged = "";

function arrange(order) {
  if (order === arranged) return;
  arranged = order;
  const sorted = order ? [...articles].sort(orders[order]) : articles;
  for (const article of sorted) (order ? inOrder : homes.get(article)).append(article);
}

function show() {
  const terms = plain(wanted("ord")).split(" ").filter(Boolean);
  let count = 0;
  for (const article of articles) {
    const shown = isChosen(article, terms);
    if (article.hidden === shown) article.hidden = !shown;
    if (shown) count += 1;
  }
  arrange(wanted("orden"));
  for (const section of [inOrder, ...sections])
    section.hidden = !section.querySelector("article:not([hidden])");
  const [shown, all] = [count, articles.length].map((number) => number.toLocaleString("da"));
  document.getElementById("antal").textContent = `Viser ${shown} af ${all} ${chooser.dataset.kaldes}.`;
}

function address() {
  const chosen = fields.filter((field) => field.value).map((field) => [field.name, field.value]);
  return chosen.length ? `#?${new URLSearchParams(chosen)}` : "#";
}

function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return "";
  }
}

// An address is that of a view, or of an initiative, which is shown whatever was chosen, or of
// something else in the page, which changes nothing.
function follow() {
  const isView = location.hash.startsWith("#?");
  const meant = document.getElementById(decoded(location.hash.slice(1)));
  if (meant && !meant.matches("article")) return;
  const chosen = new URLSearchParams(isView ? location.hash.slice(2) : "");
  for (const field of fields) {
    field.value = chosen.get(field.name) ?? "";
    if (field.selectedIndex === -1) field.value = "";
  }
  show();
  if (meant) {
    fold([meant], true, ":not(.said)");
    meant.scrollIntoView();
  }
}

function fold(some, open, which = "") {
  for (const article of some)
    for (const part of article.querySelectorAll(`details${which}`)) part.open = open;
}

let waiting;
chooser.addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(() => {
    history.replaceState(null, "", address());
    show();
  }, 150);
});
document.getElementById("fold-ud").addEventListener("click", () => fold(articles, true));
document.getElementById("fold-sammen").addEventListener("click", () => fold(articles, false));
document.getElementById("vis-alle").addEventListener("click", () => {
  history.replaceState(null, "", "#");
  follow();
});
addEventListener("hashchange", follow);
addEventListener("beforeprint", () => fold(articles, true));
chooser.hidden = false;
follow();
