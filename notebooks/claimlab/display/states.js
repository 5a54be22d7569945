// @ts-check
// The states of an explorer: all of them, from its file; or, without one, those seen so far, and how the missing ones
// are fetched. One message is on its way at a time and the newest wish wins, so no queue builds up behind a held key.
//
//   ask(keys)  sends a request; false when there is nobody to ask.
//   show(state, { fresh, trouble })  is called whenever what should be seen may have changed: `state` is the state to
//              draw or null to leave the last one, `fresh` says that it is the wanted one, `trouble` is "", "busy" or
//              "lost".
/** @param {Ask} ask @param {Draw} show */
function makeStates(ask, show, patience = 2500, idle = 80) {
  let /** @type {Map<string, State>} */ cache = new Map();
  let wanted = "", /** @type {string | null} */ asked = null, waiting = false, overdue = false, lost = false;
  let /** @type {() => string[]} */ nearby = () => [], lateTimer = 0, idleTimer = 0;

  /** @param {string[]} keys */
  function send(keys) {
    clearTimeout(lateTimer);
    asked = keys[0];
    waiting = asked === wanted;
    if (!ask(keys)) { asked = null; lost = true; return; }
    lateTimer = setTimeout(() => { overdue = true; tell(null); }, patience);
  }

  /** @param {State | null} state */
  function tell(state) {
    const fresh = cache.has(wanted);
    show(state, { fresh, trouble: lost ? "lost" : overdue && !fresh ? "busy" : "" });
  }

  // While nothing is wanted, the states one move away are fetched, nearest first.
  function fetchSoon() {
    clearTimeout(idleTimer);
    if (lost) return;
    idleTimer = setTimeout(() => {
      const missing = asked === null ? nearby().filter((key) => !cache.has(key)) : [];
      if (missing.length) send(missing.slice(0, 20));
    }, idle);
  }

  return {
    /** @param {States} states */
    add(states) {
      for (const [key, state] of Object.entries(states)) cache.set(key, state);
    },
    has: (/** @type {string} */ key) => cache.has(key),
    get: (/** @type {string} */ key) => cache.get(key),
    /** @param {string} key */
    want(key) {
      wanted = key;
      if (cache.has(key)) fetchSoon();
      else {
        clearTimeout(idleTimer);
        if (asked === null) send([key]);
      }
      tell(cache.get(key) ?? null);
    },
    // `keys` gives the states worth having next.
    /** @param {() => string[]} keys */
    fetchNear(keys) {
      nearby = keys;
      fetchSoon();
    },
    /** @param {Seen} message */
    receive(message) {
      for (const [key, state] of Object.entries(message.states)) cache.set(key, state);
      const answer = waiting && asked !== null ? cache.get(asked) : null;
      clearTimeout(lateTimer);
      asked = null;
      overdue = false;
      if (cache.has(wanted)) fetchSoon();
      else send([wanted]);
      // While a slider is dragged over states never seen, the last one asked for is drawn, or nothing would move.
      tell(cache.get(wanted) ?? answer ?? null);
    },
    lose() {
      lost = true;
      tell(null);
    },
    stop() {
      clearTimeout(lateTimer);
      clearTimeout(idleTimer);
    },
  };
}

// The states in the file of an explorer; none where this browser cannot unpack it.
/** @param {DataView<ArrayBuffer>} packed @returns {Promise<States>} */
async function unpack(packed) {
  if (!packed.byteLength || !("DecompressionStream" in globalThis)) return {};
  const lines = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  const text = await new Response(lines).text();
  /** @type {{ pool: string[], views: Packed[], states: { [key: string]: number } }} */
  const { pool, views, states } = JSON.parse(text.slice(text.indexOf("\n") + 1));
  const whole = views.map((view) => ({
    ...view, svg: view.svg.map((number) => pool[number]), narrow: view.narrow.map((number) => pool[number]),
  }));
  return Object.fromEntries(Object.entries(states).map(([key, number]) => [key, whole[number]]));
}
