export { stop as default } from './shared-server';
