export { start as default } from '../../support/server/address';
