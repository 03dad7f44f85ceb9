import type { Resource } from '../operation';
import { urlPreviewUpdate } from './update.operation';

export const urlPreviewResource: Resource = {
	name: 'URL Preview',
	value: 'urlPreview',
	operations: [urlPreviewUpdate],
};
