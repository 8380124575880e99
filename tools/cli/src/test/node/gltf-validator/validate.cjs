// Validates GLB files; prints one line of JSON a file: the validator's report.
const fs = require('node:fs');
const validator = require('gltf-validator');

(async () => {
  for (const file of process.argv.slice(2)) {
    const bytes = new Uint8Array(fs.readFileSync(file));
    const report = await validator.validateBytes(bytes, {format: 'glb', writeTimestamp: false});
    console.log(JSON.stringify(report));
  }
})();
