import './for-each-file';
export { deleteFile, fileOf, itemWithFile, truncateFile } from './binary';
export { CredentialStore, type CredentialData } from './credential-store';
export { listSearch, runNode, runWorkflow, type NodeGiven, type NodeResult } from './engine';
