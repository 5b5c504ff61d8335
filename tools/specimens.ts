import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildSpecimens } from '../templates/mau/specimens.ts';

// npm run specimens [-- --check]: writes the specimen forms anew, or only says whether they are what the builder makes.
const FOLDER = new URL('../templates/mau/', import.meta.url);
const onlyCheck = process.argv.includes('--check');

const stale: string[] = [];
for (const { name, bytes } of await buildSpecimens()) {
  const path = fileURLToPath(new URL(name, FOLDER));
  if (!onlyCheck) {
    writeFileSync(path, bytes);
    console.log(`Đã ghi templates/mau/${name} (${bytes.length} byte).`);
  } else if (!readFileSync(path).equals(bytes)) stale.push(name);
}
if (stale.length > 0) {
  console.error(`Biểu mẫu templates/mau/${stale.join(', ')} không còn đúng với mã nguồn: chạy npm run specimens.`);
  process.exitCode = 1;
}
