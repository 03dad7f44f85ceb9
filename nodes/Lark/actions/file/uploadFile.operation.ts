import { createFile } from '../../../shared/lark/files';
import { choiceOption, numberOption, textOption } from '../../fields/field';
import { inputFieldProperty } from '../../fields/fileKeys';
import { optionsCollection } from '../../fields/options';
import { checkFile, uploadFile } from '../../upload/upload';
import type { Operation } from '../operation';

const duration = numberOption({
	displayName: 'Duration',
	name: 'duration',
	type: 'number',
	typeOptions: { minValue: 0, numberPrecision: 0 },
	default: 0,
	description:
		'How long the recording or video lasts, in milliseconds. Read from opus and mp4 files otherwise.',
});

const fileName = textOption({
	displayName: 'File Name',
	name: 'file_name',
	type: 'string',
	default: '',
	placeholder: 'e.g. report.pdf',
	description: 'Name of the file in Lark, with its extension',
});

const fileType = choiceOption({
	displayName: 'File Type',
	name: 'file_type',
	type: 'options',
	options: [
		{ name: 'Excel', value: 'xls' },
		{ name: 'MP4 Video', value: 'mp4' },
		{ name: 'Opus Audio', value: 'opus' },
		{ name: 'Other', value: 'stream' },
		{ name: 'PDF', value: 'pdf' },
		{ name: 'PowerPoint', value: 'ppt' },
		{ name: 'Word', value: 'doc' },
	],
	default: 'stream',
	description: 'What Lark takes the file for. Recognised from the file otherwise.',
});

export const fileUploadFile: Operation = {
	name: 'Upload File',
	value: 'uploadFile',
	action: 'Upload a file',
	description: 'Upload a file of up to 30 MB to Lark and get its key, for messages',
	endpoints: [createFile],
	lanes: [],
	properties: [
		inputFieldProperty,
		optionsCollection([duration.property, fileName.property, fileType.property]),
	],

	async execute(item) {
		const given = await item.files.given('binaryPropertyName');
		const file = { ...given, fileName: fileName.read(item).trim() || given.fileName };
		const checked = await checkFile(file, {
			fileType: fileType.read(item),
			duration: duration.read(item),
		});
		const file_key = await uploadFile(item.lark, checked);
		return { file_key, file_name: file.fileName, mime_type: file.mimeType, size: file.size };
	},
};
