// Runs Azurite until standard input closes, so that it stops in good order with its parent and never outlives it. Ctrl+C in the
// terminal reaches the whole process group: it is the parent's to decide when the storage goes.
const once = process.once;
process.once = (signal, listener) => (signal === "SIGINT" ? process : once.call(process, signal, listener));
process.on("SIGINT", () => {});
process.stdin.on("end", () => process.emit("SIGTERM")).resume();

// LokiJS finds the first property of a question in its index and reads every row that is left. Azurite asks for the account or the
// partition first, which all rows share; asked for what tells a row from others, the time of a call no longer grows with what is stored.
// And where several rows at once are changed or removed, be it one row or none, it sorts every index anew; one by one it only moves them.
const { Collection, Resultset } = require("lokijs");
const few = 32;
const { find } = Resultset.prototype;
Resultset.prototype.find = function (question, firstOnly) {
  const telling = ["RowKey", "name", "blobName", "messageId", "expirationTime"].find((property) => property in (question ?? {}));
  if (telling === "expirationTime") this.collection.ensureIndex(telling);
  return find.call(this, telling ? { [telling]: question[telling], ...question } : question, firstOnly);
};
const { removeBatchByPositions, update } = Collection.prototype;
Collection.prototype.removeBatchByPositions = function (positions) {
  if (positions.length > few) return removeBatchByPositions.call(this, positions);
  for (const row of positions.map((position) => this.data[position])) this.remove(row);
};
Collection.prototype.update = function (rows) {
  if (!Array.isArray(rows) || rows.length > few) return update.call(this, rows);
  for (const row of rows) update.call(this, row);
};
require("azurite/dist/src/azurite.js");
