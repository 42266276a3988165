"""The note as PDF. Only this package knows WeasyPrint, and one module its private parts."""
