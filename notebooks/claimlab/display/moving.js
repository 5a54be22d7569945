// @ts-check
// Cards that are moved: they follow a pointer, and glide to a new place.

const STILL = "(prefers-reduced-motion: reduce)";

// Changes where elements stand; each glides from where it was.
/** @param {HTMLElement[]} elements @param {() => void} change */
function glide(elements, change) {
  const before = elements.map((element) => element.getBoundingClientRect());
  change();
  if (window.matchMedia(STILL).matches) return;
  elements.forEach((element, i) => {
    const now = element.getBoundingClientRect(), x = before[i].left - now.left, y = before[i].top - now.top;
    if (x || y)
      element.animate([{ transform: `translate(${x}px, ${y}px)` }, { transform: "none" }], { duration: 160, easing: "ease-out" });
  });
}

// A finger on the rest of a card scrolls the page: only its grip is kept from doing so, by the style.
const makeGrip = () => make("span", { class: "cl-grip", "aria-hidden": "true" });

// Lets an element be dragged. A press without a move stays a click; after a drag the click that follows is no click.
/** @param {HTMLElement} element @param {Drag} drag */
function makeDraggable(element, { start, move, end, click }) {
  const near = 5;   // pixels that a finger may tremble
  let dragged = false;
  element.addEventListener("pointerdown", (down) => {
    dragged = false;
    if (down.button !== 0 || (down.target instanceof Element && down.target.closest("button"))) return;
    /** @param {PointerEvent} event */
    const follow = (event) => {
      if (event.pointerId !== down.pointerId) return;
      const x = event.clientX - down.clientX, y = event.clientY - down.clientY;
      if (!dragged) {
        if (Math.hypot(x, y) < near) return;
        dragged = true;
        element.classList.add("cl-dragged");
        start?.();
      }
      move(x, y, event);
    };
    /** @param {PointerEvent} event */
    const stop = (event) => {
      if (event.pointerId !== down.pointerId) return;
      for (const [name, hear] of heard) window.removeEventListener(name, hear);
      element.classList.remove("cl-dragged");
      if (dragged) end(event.type === "pointerup" ? event : null);
    };
    const heard = /** @type {const} */ ([["pointermove", follow], ["pointerup", stop], ["pointercancel", stop]]);
    // On the window: a mouse may leave the element.
    for (const [name, hear] of heard) window.addEventListener(name, hear);
  });
  element.addEventListener("click", (event) => { if (!dragged) click?.(event); });
}
