// What an instruction of Python's bytecode does, in a few words, for those that a learner meets.
const WORDS = [
  [/^RESUME$|^COPY_FREE_VARS|^MAKE_CELL/, () => "begins"],
  [/^LOAD_(?:GLOBAL|NAME|DEREF|FAST\w*)$/, (what) => `reads ${what}`],
  [/^LOAD_(?:ATTR|METHOD)$/, (what) => `reads the attribute ${what}`],
  [/^LOAD_(?:CONST|SMALL_INT)$/, (what) => `takes ${what}`],
  [/^STORE_(?:GLOBAL|NAME|DEREF|FAST\w*)$/, (what) => `writes ${what}`],
  [/^STORE_ATTR$/, (what) => `writes the attribute ${what}`],
  [/^BINARY_SUBSCR$/, () => "reads an item"],
  [/^STORE_SUBSCR$/, () => "writes an item"],
  [/^BINARY_OP$/, (what) => `works out ${what.replace(/(?<=.)=$/, "")}`],
  [/^COMPARE_OP$|^CONTAINS_OP$|^IS_OP$/, () => "compares"],
  [/^POP_JUMP\w*$/, () => "decides where to go on"],
  [/^JUMP\w*$/, () => "goes elsewhere"],
  [/^CALL\w*$/, () => "calls"],
  [/^PRECALL$|^PUSH_NULL$|^KW_NAMES$/, () => "prepares a call"],
  [/^RETURN\w*$/, () => "returns"],
  [/^POP_TOP$/, () => "drops a result"],
  [/^BEFORE_WITH$/, () => "enters a with block"],
  [/^GET_ITER$/, () => "begins a loop"],
  [/^FOR_ITER$/, () => "takes the next item"],
  [/^RAISE_VARARGS$|^RERAISE$/, () => "raises an exception"],
];

/** An instruction such as "LOAD_GLOBAL counter" in words, or null when there are none for it. */
export function opWords(op) {
  const [name, ...rest] = op.split(" ");
  const what = rest.filter((part) => part !== "NULL" && part !== "+").join(" ") || rest.join(" ");
  const found = WORDS.find(([pattern]) => pattern.test(name));
  return found ? found[1](name === "BINARY_OP" ? rest.join(" ") : what) : null;
}
