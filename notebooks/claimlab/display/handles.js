// @ts-check
// What a control moves can be taken in the picture itself: with a finger, the pointer, or the keyboard. A group whose id
// is "handle-" and the name of a control holds the mark; where that mark stands in the other states of the control, the
// pictures of those states tell.

/** @type {Map<string, Point | null>} */
const PLACES = new Map();

// Where the mark of a handle stands, from the pieces of a picture; a piece begins where a group with an id does.
/** @param {string[]} pieces @param {string} name @returns {Point | null} */
function handleIn(pieces, name) {
  const piece = pieces.find((text) => text.startsWith(`<g id="handle-${name}"`));
  if (!piece) return null;
  const known = PLACES.get(piece);
  if (known !== undefined) return known;
  const apart = make("template");
  apart.innerHTML = `<svg>${piece}</svg>`;
  const [leaf] = marksOf(apart.content).get(`handle-${name}`) ?? [];
  const place = leaf ? placeOf(leaf) : null;
  PLACES.set(piece, place);
  return place;
}

//   place(name, index)  is where the handle stands with its control at another option, or null where that is not known.
//   move(name, index)   moves the control.
/** @param {ExplorerSpec} spec @param {ReturnType<typeof makePicture>} picture @param {HandleUse} use */
function makeHandles({ controls, words }, picture, { place, move, tell }) {
  const layer = make("div", { class: "cl-layer" });
  let /** @type {Positions} */ at = {}, held = false;

  const handles = controls.map(({ name, label, texts }) => {
    const last = texts.length - 1, big = Math.max(1, Math.round(last / 10));
    /** @type {{ [key: string]: (index: number) => number }} */
    const KEYS = {
      ArrowRight: (i) => i + 1, ArrowUp: (i) => i + 1, ArrowLeft: (i) => i - 1, ArrowDown: (i) => i - 1,
      PageUp: (i) => i + big, PageDown: (i) => i - big, Home: () => 0, End: () => last,
    };
    const go = (/** @type {number} */ to) => {
      const index = Math.min(Math.max(to, 0), last);
      if (index !== at[name]) move(name, index);
    };
    const element = make("div", {
      class: "cl-handle", role: "slider", tabindex: 0, "aria-label": fill(words.handle, { label }), "aria-valuemin": 0,
      "aria-valuemax": last, [OWN_KEYS]: "true",
      onkeydown: (event) => {
        if (!KEYS[event.key] || event.ctrlKey || event.metaKey || event.altKey) return;
        event.preventDefault();
        go(KEYS[event.key](at[name]));
      },
    });
    // Taken beside its middle, a mark does not jump under the pointer.
    let /** @type {Point} */ off = { x: 0, y: 0 };
    const nearest = (/** @type {Point} */ point) => {
      let best = at[name], least = Infinity;
      texts.forEach((_, index) => {
        const there = place(name, index);
        const far = there ? Math.hypot(there.x - point.x, there.y - point.y) : Infinity;
        if (far < least) [best, least] = [index, far];
      });
      return best;
    };
    element.addEventListener("pointerdown", (event) => {
      if (event.button) return;
      const point = picture.pointAt(event), here = place(name, at[name]) ?? point;
      off = { x: here.x - point.x, y: here.y - point.y };
      element.setPointerCapture(event.pointerId);
      held = true;
      element.classList.add("cl-held");
    });
    element.addEventListener("pointermove", (event) => {
      if (!element.hasPointerCapture(event.pointerId)) return;
      const { x, y } = picture.pointAt(event);
      go(nearest({ x: x + off.x, y: y + off.y }));
    });
    element.addEventListener("lostpointercapture", () => { held = false; element.classList.remove("cl-held"); });
    for (const event of ["focus", "pointerenter"])
      element.addEventListener(event, () => tell(`handle-${name}`));
    return { name, texts, element };
  });

  return {
    layer,
    held: () => held,
    of: (/** @type {string} */ name) => handles[controls.findIndex((control) => control.name === name)].element,
    /** @param {string[]} pieces @param {Positions} positions @param {(name: string) => boolean} isOff */
    show(pieces, positions, isOff) {
      at = positions;
      const { x: left, y: top, width, height } = picture.over.viewBox.baseVal;
      for (const { name, texts, element } of handles) {
        const here = isOff(name) ? null : handleIn(pieces, name);
        if (!here) { element.remove(); continue; }
        if (!element.isConnected) layer.append(element);
        element.style.left = `${(here.x - left) / width * 100}%`;
        element.style.top = `${(here.y - top) / height * 100}%`;
        element.setAttribute("aria-valuenow", String(at[name]));
        element.setAttribute("aria-valuetext", texts[at[name]]);
      }
    },
  };
}
