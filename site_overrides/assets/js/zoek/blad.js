// Where the filters stand: beside the results, or on a narrow screen in a sheet over them.

/**
 * Takes the filters and the two places for them. The sheet is a native modal dialog: the browser keeps the focus
 * inside, closes it with Escape and gives the focus back to the button.
 */
export function placeFilters(filters, { side, sheet, inSheet, button, closers, wide }) {
  const place = () => {
    if (wide.matches && sheet.open) sheet.close();
    (wide.matches ? side : inSheet).append(filters);
  };
  button.addEventListener("click", () => sheet.showModal());
  for (const closer of closers) closer.addEventListener("click", () => sheet.close());
  wide.addEventListener("change", place);
  place();
}
