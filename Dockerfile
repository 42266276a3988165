# statusnote in a small image, which renders the plan of the folder that is mounted at /w:
#
#     docker build --tag statusnote .
#     docker run --rm --read-only --tmpfs /tmp --user "$(id -u):$(id -g)" -v .:/w statusnote render
#
# It needs to write nowhere but in /w and /tmp, and no network.
FROM python:3.13-slim-bookworm AS build
WORKDIR /src
COPY requirements.txt ./
RUN python -m venv /opt/statusnote \
    && /opt/statusnote/bin/pip install --no-cache-dir --no-deps --require-hashes --requirement requirements.txt
COPY pyproject.toml README.md CHANGELOG.md ./
COPY src src
COPY templates templates
RUN /opt/statusnote/bin/pip install --no-cache-dir --no-deps --no-build-isolation . \
    && /opt/statusnote/bin/pip check

FROM python:3.13-slim-bookworm
# The fonts are in a package of Python's; git is for versions of the data.
RUN apt-get update \
    && apt-get install --yes --no-install-recommends libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 git \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --uid 1000 --create-home statusnote
COPY --from=build /opt/statusnote /opt/statusnote
# The folder at /w belongs to whoever mounts it, which git is to take as it is.
ENV PATH=/opt/statusnote/bin:$PATH \
    PYTHONUTF8=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    XDG_CACHE_HOME=/tmp \
    GIT_CONFIG_COUNT=1 \
    GIT_CONFIG_KEY_0=safe.directory \
    GIT_CONFIG_VALUE_0=/w
USER statusnote
WORKDIR /w
ENTRYPOINT ["statusnote"]
CMD ["--help"]
