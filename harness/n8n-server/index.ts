export { N8nClient } from './client';
export { Log } from './log';
export { freePort } from './ports';
export { RestError } from './rest';
export { startN8n, type N8n, type N8nOptions } from './server';
export type * from './types';
export { waitFor } from './wait';
export { replaceBuild, scratchFolder } from './user-folder';
