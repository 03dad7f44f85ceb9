import type { Resource } from '../operation';
import { downloadAttachment } from './downloadAttachment.operation';
import { downloadFile } from './downloadFile.operation';
import { downloadImage } from './downloadImage.operation';
import { uploadFile } from './uploadFile.operation';
import { uploadImage } from './uploadImage.operation';

export const file: Resource = {
	name: 'File',
	value: 'file',
	operations: [uploadFile, uploadImage, downloadFile, downloadImage, downloadAttachment],
};
