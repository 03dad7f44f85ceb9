import type { Resource } from '../operation';
import { fileDownloadAttachment } from './downloadAttachment.operation';
import { fileDownloadFile } from './downloadFile.operation';
import { fileDownloadImage } from './downloadImage.operation';
import { fileUploadFile } from './uploadFile.operation';
import { fileUploadImage } from './uploadImage.operation';

export const fileResource: Resource = {
	name: 'File',
	value: 'file',
	operations: [
		fileUploadFile,
		fileUploadImage,
		fileDownloadFile,
		fileDownloadImage,
		fileDownloadAttachment,
	],
};
