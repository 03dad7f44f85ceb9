import './for-each-file';
export { deleteFile, fileOf, itemWithFile, truncateFile } from '../../../harness/engine/binary';
export { CredentialStore, type CredentialData } from '../../../harness/engine/credential-store';
export {
	listSearch,
	runNode,
	runWorkflow,
	type NodeGiven,
	type NodeResult,
} from '../../../harness/engine/engine';
