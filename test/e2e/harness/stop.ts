export { stop as default } from '../../support/server/address';
