// @ts-check
// What a mark is: said in a line under the picture when it is pointed at, tapped or reached with the keyboard. A mark is
// what has a <title>. All marks are one stop of the Tab key; arrows go from one to the next.

/** @param {Words} words @param {ReturnType<typeof makePicture>} picture */
function makeTitles(words, picture) {
  const layer = make("div", { class: "cl-layer", role: "group", "aria-label": words.marks });
  // The buttons say it to a screen reader, so the line need not.
  const line = make("p", { class: "cl-told", "aria-hidden": "true", hidden: true });
  let /** @type {string | null} */ told = null;

  /** @param {Element} mark */
  const titleOf = (mark) => [...mark.children].find(({ localName }) => localName === "title")?.textContent ?? "";
  const marks = () => [...picture.drawn.querySelectorAll("[id]")].filter(titleOf);
  /** @param {string | null} id */
  const markOf = (id) => (id === null ? null : picture.drawn.querySelector(`[id="${CSS.escape(id)}"]`));

  /** @param {string | null} id */
  function tell(id) {
    const mark = markOf(id);
    told = mark && titleOf(mark) ? id : null;
    line.textContent = told && mark ? titleOf(mark) : words.point;
    line.classList.toggle("cl-none", told === null);
  }
  /** @param {EventTarget | null} target */
  const under = (target) => {
    let mark = target instanceof Element ? target.closest("[id]") : null;
    while (mark && !titleOf(mark)) mark = mark.parentElement?.closest("[id]") ?? null;
    return mark?.id ?? null;
  };
  picture.drawn.addEventListener("pointerover", ({ target }) => tell(under(target)));
  picture.drawn.addEventListener("pointerdown", ({ target }) => tell(under(target)));

  /** @param {HTMLElement} button @param {string} id */
  function reach(button, id) {
    const mark = markOf(id);
    if (!mark) return;
    const box = picture.stage.getBoundingClientRect(), { left, top, width, height } = mark.getBoundingClientRect();
    Object.assign(button.style, {
      left: `${left - box.left}px`, top: `${top - box.top}px`, width: `${width}px`, height: `${height}px`,
    });
    tell(id);
  }
  layer.addEventListener("keydown", (event) => {
    const all = /** @type {HTMLElement[]} */ ([...layer.children]);
    const here = all.findIndex((button) => button === event.target);
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (!step || here < 0) return;
    event.preventDefault();
    const next = all[(here + step + all.length) % all.length];
    all.forEach((button) => { button.tabIndex = button === next ? 0 : -1; });
    next.focus();
  });

  return {
    layer, line, tell,
    show() {
      const found = marks(), ids = found.map(({ id }) => id);
      line.hidden = found.length === 0;
      layer.hidden = found.length === 0;
      const before = /** @type {HTMLElement[]} */ ([...layer.children]);
      // Buttons stay while the marks do, or the one in use would lose the keyboard.
      const same = before.length === ids.length && before.every(({ dataset }, i) => dataset.mark === ids[i]);
      const buttons = same ? before : ids.map((id, i) => make("button", {
        type: "button", class: "cl-mark-at", "data-mark": id, tabindex: i ? -1 : 0,
        onfocus: (/** @type {FocusEvent} */ event) => reach(/** @type {HTMLElement} */ (event.target), id),
      }));
      if (!same) layer.replaceChildren(...buttons);
      buttons.forEach((button, i) => button.setAttribute("aria-label", titleOf(found[i])));
      tell(told);
    },
  };
}
