import type { IExecuteFunctions, INodeType, INodeTypeDescription } from 'n8n-workflow';

const CREDENTIAL = 'larkApi';

/** Uploads and downloads a file as is common: with all of it in memory. */
export class BufferingNode implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Buffering',
		name: 'buffering',
		group: ['output'],
		version: 1,
		description: 'Keeps whole files in memory',
		defaults: { name: 'Buffering' },
		inputs: ['main'],
		outputs: ['main'],
		credentials: [{ name: CREDENTIAL, required: true }],
		properties: [
			{ displayName: 'Operation', name: 'operation', type: 'string', default: '' },
			{ displayName: 'File Key', name: 'fileKey', type: 'string', default: '' },
		],
	};

	async execute(this: IExecuteFunctions) {
		const { baseUrl } = await this.getCredentials<{ baseUrl: string }>(CREDENTIAL);
		const url = `${baseUrl}/open-apis/im/v1/files`;
		if (this.getNodeParameter('operation', 0) === 'uploadFile') {
			const bytes = await this.helpers.getBinaryDataBuffer(0, 'data');
			const body = new FormData();
			body.append('file_type', 'stream');
			body.append('file_name', 'large.bin');
			body.append('file', new Blob([new Uint8Array(bytes)]), 'large.bin');
			const answer = (await this.helpers.httpRequestWithAuthentication.call(this, CREDENTIAL, {
				method: 'POST',
				url,
				body,
			})) as { data: { file_key: string } };
			return [[{ json: answer.data }]];
		}
		const bytes = (await this.helpers.httpRequestWithAuthentication.call(this, CREDENTIAL, {
			url: `${url}/${this.getNodeParameter('fileKey', 0) as string}`,
			encoding: 'arraybuffer',
		})) as ArrayBuffer;
		const data = await this.helpers.prepareBinaryData(Buffer.from(bytes), 'large.bin');
		return [[{ json: {}, binary: { data } }]];
	}
}
