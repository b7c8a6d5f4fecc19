// Runs Azurite until standard input closes, so that it stops in good order with its parent and never outlives it. Ctrl+C in the
// terminal reaches the whole process group: it is the parent's to decide when the storage goes.
const once = process.once;
process.once = (signal, listener) => (signal === "SIGINT" ? process : once.call(process, signal, listener));
process.on("SIGINT", () => {});
process.stdin.on("end", () => process.emit("SIGTERM")).resume();
require("azurite/dist/src/azurite.js");
