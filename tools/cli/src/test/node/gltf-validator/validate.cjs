// Validates the GLB files named on stdin, one a line, until it closes; prints one line of JSON a
// file: the validator's report.
const fs = require('node:fs');
const readline = require('node:readline');
const validator = require('gltf-validator');

(async () => {
  for await (const file of readline.createInterface({input: process.stdin})) {
    const bytes = new Uint8Array(fs.readFileSync(file));
    const report = await validator.validateBytes(bytes, {format: 'glb', writeTimestamp: false});
    console.log(JSON.stringify(report));
  }
})();
