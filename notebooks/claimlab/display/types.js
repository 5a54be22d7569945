// @ts-check
// Types only: what Python sends (made in live.py, view.py, practice.py), and what the parts of a face hand each other.

/** @typedef {{ [name: string]: string }} Words - the fixed sentences and labels, by name */

// --- what an explorer gets -------------------------------------------------------------------------------------------

/** @typedef {{ label: string, text: string, mark: string, span: [number, number] | null }} Line */
/** @typedef {{ title: string, lines: Line[], mark: string, empty: boolean }} Card */
/** @typedef {{ title: string, cards: Card[], ladder: boolean }} Boxes */
/** @typedef {{ columns: string[], rows: string[][], numbers: string[], notes: Line[][], caption: string }} Table */

/** @typedef {{ [control: string]: number }} Positions - option indices, by the names of the controls */
/** @typedef {{ label: string, texts: string[] }} Choice */
/** @typedef {{ name: string, index: number }} Condition - another control, and where it has to stand */

/**
 * @typedef {object} ControlSpec
 * @property {"slider" | "radio" | "select" | "tick"} kind
 * @property {string} name
 * @property {string} label
 * @property {string[]} texts
 * @property {number} index - where it opens
 * @property {Condition | null} only_if
 * @property {Condition[]} not_if
 */

/** @typedef {{ name: string, label: string, choices: { text: string, sets: Positions }[] }} Preset */

/**
 * @typedef {object} ExplorerSpec
 * @property {string} title
 * @property {string} gate
 * @property {ControlSpec[]} controls
 * @property {Preset[]} presets
 * @property {[number, number] | null} scale - the ends of the scale of a prediction
 * @property {Words} words
 */

/**
 * @typedef {object} View
 * @property {string[]} svg - the wide picture, in pieces of SVG text
 * @property {string[]} narrow - drawn for a narrow screen; none where there is no such drawing
 * @property {string} answer - one word or number, said large; "" where there is none
 * @property {string} verdict
 * @property {string[]} reasons
 * @property {Boxes[]} boxes
 * @property {Table} table
 * @property {string} description
 */
/** @typedef {(View & { error?: undefined }) | { error: string }} State */
/** @typedef {{ [key: string]: State }} States */
/** @typedef {Omit<View, "svg" | "narrow"> & { svg: number[], narrow: number[] }} Packed - pieces by number */
/** @typedef {{ states: States }} Seen - what Python answers to a request for states */

/**
 * @typedef {object} Prediction
 * @property {string} label
 * @property {string} said
 * @property {string} answer - what is said beside it; "" for nothing
 * @property {number | null} at - its place on the scale of the pictures, from 0 to 1
 * @property {number} beyond - -1 where it lies below the scale, 1 above, else 0
 */
/**
 * @typedef {object} ExplorerData
 * @property {ExplorerSpec} spec
 * @property {States} states - the one it opens with
 * @property {DataView<ArrayBuffer>} packed - the file with all of them; empty where there is none
 * @property {Prediction | null} prediction
 * @property {boolean} opened
 */

// --- what an item gets -----------------------------------------------------------------------------------------------

/** @typedef {string | Chosen} Value - a text, an option's id, or option ids by row ids */
/** @typedef {{ value: Value, reason: string }} Answer */
/** @typedef {{ id: string, text: string }} Option */
/** @typedef {{ id: string, label: string, options: Option[] }} Row */
/** @typedef {{ [row: string]: string }} Chosen - option ids by row ids */

/**
 * @typedef {object} ItemSpec
 * @property {string} name
 * @property {string} story
 * @property {string} kind
 * @property {string} form - how rows are answered: "sort", "order" or "marks"; "" for other kinds
 * @property {string} tag
 * @property {string} question
 * @property {string} unit
 * @property {Option[]} options
 * @property {Row[]} rows
 * @property {number} most_words - 0 where any number may be written
 * @property {string} reason
 * @property {string} button
 * @property {number} hints - how many there are
 * @property {boolean} solution - whether there is one to show
 * @property {{ [end: string]: number }} slider
 * @property {number} [limit] - the longest page that may be loaded
 * @property {Words} words
 */

/** @typedef {{ reply: string, right: boolean | null, rows: string[], remarks: string[], model: string }} Marked */
/** @typedef {{ turn: number, kept: boolean, cleared: boolean, hints: string[], notice: string, page?: string }} Told */
/** @typedef {{ lines: string[], code: string, asked: boolean }} Solution - `asked` where it is to stand open */
/** @typedef {Answer & Marked & Told & { solution: Solution | null, code?: string }} ItemState */

// --- what a face sends -----------------------------------------------------------------------------------------------

/** @typedef {{ keys: string[] } | { open: true }} ExplorerMessage */
/** @typedef {{ answer: Answer } | { hint: true } | { solution: true } | { clear: true }} AnswerMessage */
/** @typedef {AnswerMessage | { my_work: string, page?: string }} ItemMessage */
/** @typedef {ExplorerMessage | ItemMessage | Record<string, never>} Message - the empty one only asks who is there */
/** @typedef {(message: Message) => boolean} Send - false when Python is gone */

// --- inside a face ---------------------------------------------------------------------------------------------------

/** @typedef {string | number | boolean | null | undefined | ((event: never) => void)} Attribute */
/** @typedef {{ onsubmit?: (event: SubmitEvent) => void, onkeydown?: (event: KeyboardEvent) => void }} Listeners */
/** @typedef {{ [name: string]: Attribute } & Listeners} Attributes */

/** @typedef {(index: number) => void} Change */
/** @typedef {{ element: HTMLElement, show: (index: number, reason?: string) => void }} Control */
/** @typedef {(keys: string[]) => boolean} Ask - for states; false when Python is gone */
/** @typedef {"" | "busy" | "lost"} Trouble */
/** @typedef {{ x: number, y: number }} Point - in the units of a picture */
/** @typedef {{ d?: string, box?: string[], at?: Point }} Stand - where a mark stands: a path, a box, or one place */

/**
 * @typedef {object} HandleUse
 * @property {(name: string, index: number) => Point | null} place - with its control at another option
 * @property {(name: string, index: number) => void} move
 * @property {(id: string) => void} tell - what the mark is
 */
/** @typedef {(state: State | null, how: { fresh: boolean, trouble: Trouble }) => void} Draw */

/** @typedef {HTMLInputElement | HTMLTextAreaElement} TextInput */

/**
 * @typedef {object} Field - a place for an answer
 * @property {HTMLElement} element
 * @property {() => Value} get
 * @property {(value: Value) => void} set
 * @property {(replies: string[], checked: Value) => void} [tell] - what was said of the rows of the answer that was checked
 */

/**
 * @typedef {object} RowReplies
 * @property {{ mark: HTMLElement, line: HTMLElement }[]} told - of each row
 * @property {() => void} show - after a change
 * @property {(replies: string[], checked: Value) => void} tell
 */
/** @typedef {{ row: Row, radios: HTMLInputElement[], element: HTMLElement }} SortCard */
/** @typedef {{ row: Row, element: HTMLElement, place: HTMLElement, up: HTMLElement, down: HTMLElement }} Rung */
/**
 * @typedef {object} Drag
 * @property {() => void} [start]
 * @property {(x: number, y: number, event: PointerEvent) => void} move - pixels from where it was taken
 * @property {(event: PointerEvent | null) => void} end - null where the browser has broken it off
 * @property {(event: MouseEvent) => void} [click] - it was pressed, and not dragged
 */

/** @typedef {{ spec: ItemSpec, state: ItemState, post: (message: ItemMessage) => void }} Asked */
/** @typedef {{ draft: ReturnType<typeof makeDraft>, trouble: (text: string) => void }} Kept */
/** @typedef {Asked & Kept} FormParts */
/**
 * @typedef {object} Form
 * @property {HTMLElement} element
 * @property {(next: ItemState, settled: boolean) => void} receive
 * @property {() => boolean} [changed] - whether the answer is another than the one that was checked
 */

/**
 * What anywidget hands over of a widget in Python.
 * @template Traits
 * @typedef {object} Model
 * @property {<Name extends keyof Traits>(name: Name) => Traits[Name]} get
 * @property {<Name extends keyof Traits>(name: Name, value: Traits[Name]) => void} set
 * @property {(message: Message) => void} send
 * @property {(event: string, hear: Hear) => void} on
 * @property {(event: string, hear: Hear) => void} off
 */

/** @typedef {(message: Seen) => void} Hear - only an explorer is sent messages, and each is some states */
/** @typedef {{ on: { [event: string]: Hear }, lose: () => void, stop: () => void }} Mounted */
/** @typedef {Model<{ spec: ItemSpec, state: ItemState }>} ItemModel */
/** @typedef {Omit<ExplorerData, "prediction"> & { prediction: Prediction | {} }} ExplorerModel */
/** @typedef {Model<ExplorerModel> & ItemModel & Model<{ face: "explorer" | "item" }>} AnyModel */

// The claim desk (desk.js), a widget of its own.
/** @typedef {{ id: string, text: string }} DeskChoice */
/** @typedef {{ name: string, label: string, choices: DeskChoice[], blank: string }} DeskField */
/** @typedef {{ start: number, end: number, kept: boolean, cells: { [field: string]: string },
 *   words: { [field: string]: [number, number] }, problems: string[] }} DeskRow */
/** @typedef {{ turn: number, text: string, rows: DeskRow[], notice: string, opens: string[], asks: number, more: string[],
 *   problems: string[] }} DeskState */
/** @typedef {{ [word in "title" | "paste" | "count" | "counted" | "show" | "load" | "table" | "again" | "text" | "found" | "found_alone" |
 *   "figure" | "not_said" | "read" | "no_figure" | "is_figure" | "next" | "problems" | "none" | "alive" | "none_alive" |
 *   "more" | "save" | "lost"]: string } & { fields: { [field: string]: string } }} DeskWords */
/** @typedef {(message: DeskMessage, buffers?: ArrayBuffer[]) => boolean} DeskSend - false when Python is gone */
/** @typedef {{ words: DeskWords, fields: DeskField[], state: DeskState }} DeskData */
/**
 * @typedef {object} DeskModel
 * @property {<Name extends keyof DeskData>(name: Name) => DeskData[Name]} get
 * @property {(message: DeskMessage, callbacks?: undefined, buffers?: ArrayBuffer[]) => void} send
 * @property {(event: string, hear: () => void) => void} on
 * @property {(event: string, hear: () => void) => void} off
 */
/** @typedef {{ text: string, counted: string } | { file: string } | { set: [number, string, string] } | { keep: [number, boolean] }
 *   | { save: true }} DeskMessage */
