import type { FileType } from '../../../shared/media/format';
import { optionsCollection } from '../common/options';
import type { Operation } from '../operation';
import { inputFieldProperty } from './fields';
import { uploadFile as upload } from './upload';

/** POST /open-apis/im/v1/files, im-v1/file/create. */
export const uploadFile: Operation = {
	name: 'Upload File',
	value: 'uploadFile',
	action: 'Upload a file',
	description: 'Upload a file of up to 30 MB to Lark and get its key, for messages',
	properties: [
		inputFieldProperty,
		optionsCollection([
			{
				displayName: 'Duration',
				name: 'duration',
				type: 'number',
				typeOptions: { minValue: 0, numberPrecision: 0 },
				default: 0,
				description:
					'How long the recording or video lasts, in milliseconds. Read from opus and mp4 files otherwise.',
			},
			{
				displayName: 'File Name',
				name: 'file_name',
				type: 'string',
				default: '',
				placeholder: 'e.g. report.pdf',
				description: 'Name of the file in Lark, with its extension',
			},
			{
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
			},
		]),
	],

	async execute(item) {
		const given = await item.files.given('binaryPropertyName');
		const file = { ...given, fileName: item.string('options.file_name').trim() || given.fileName };
		const file_key = await upload(item.lark, file, {
			fileType: item.option<FileType>('file_type'),
			duration: item.option<number>('duration'),
		});
		return { file_key, file_name: file.fileName, mime_type: file.mimeType, size: file.size };
	},
};
