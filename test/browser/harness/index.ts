export * as canvas from './canvas';
export * as chat from './chat-page';
export * as credential from './credential-dialog';
export * as model from './model';
export * as panel from './panel';
export { screenshot } from './screenshot';
export { openBrowserSetup, type BrowserSetup } from './setup';
