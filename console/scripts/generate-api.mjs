// Writes src/api/schema.ts from the OpenAPI description of a running server: `GUANXI_URL=http://localhost:8080 npm run api`.
import { writeFileSync } from 'node:fs';
import openapiTS, { astToString } from 'openapi-typescript';

const url = process.env.GUANXI_URL;
if (url === undefined || url === '') {
  console.error('GUANXI_URL must name a running server, as `./guanxi up` prints it');
  process.exit(1);
}
const answer = await fetch(`${url}/api/openapi.json`);
if (!answer.ok) {
  console.error(`${url}/api/openapi.json answered ${answer.status}`);
  process.exit(1);
}
const description = await answer.json();
description.servers = [];
const types = astToString(await openapiTS(description, { alphabetize: true }));
writeFileSync('src/api/schema.ts', `// Generated from the server's /api/openapi.json by \`npm run api\`; do not edit.\n\n${types}`);
console.log(`src/api/schema.ts: ${Object.keys(description.paths).length} paths`);
