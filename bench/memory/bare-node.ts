import { request, type IncomingMessage, type RequestOptions } from 'node:http';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { IDataObject, IExecuteFunctions, INodeType } from 'n8n-workflow';

import { BufferingNode } from './buffering-node';

const BOUNDARY = 'bench';

const part = (name: string, text: string) =>
	`--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${text}\r\n`;

const HEAD = `${part('file_type', 'stream')}${part('file_name', 'large.bin')}--${BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="large.bin"\r\n\r\n`;
const TAIL = `\r\n--${BOUNDARY}--\r\n`;

async function* form(file: Readable) {
	yield HEAD;
	yield* file;
	yield TAIL;
}

async function ask(
	url: string,
	options: RequestOptions,
	body: AsyncIterable<unknown> | string[],
): Promise<IncomingMessage> {
	const asked = request(url, options);
	const answered = new Promise<IncomingMessage>((resolve) => asked.once('response', resolve));
	await pipeline(body, asked);
	return await answered;
}

async function json(answer: IncomingMessage): Promise<IDataObject> {
	const chunks = (await answer.toArray()) as Buffer[];
	return JSON.parse(Buffer.concat(chunks).toString()) as IDataObject;
}

/** Uploads and downloads a file with nothing but Node's own HTTP client and streams. */
export class BareNode implements INodeType {
	description = { ...new BufferingNode().description, displayName: 'Bare', name: 'bare' };

	async execute(this: IExecuteFunctions) {
		const { baseUrl, appId, appSecret } =
			await this.getCredentials<Record<'baseUrl' | 'appId' | 'appSecret', string>>('larkApi');
		const login = await ask(
			`${baseUrl}/open-apis/auth/v3/tenant_access_token/internal`,
			{ method: 'POST', headers: { 'Content-Type': 'application/json; charset=utf-8' } },
			[JSON.stringify({ app_id: appId, app_secret: appSecret })],
		);
		const Authorization = `Bearer ${String((await json(login)).tenant_access_token)}`;
		const url = `${baseUrl}/open-apis/im/v1/files`;
		if (this.getNodeParameter('operation', 0) === 'uploadFile') {
			const { id } = this.helpers.assertBinaryData(0, 'data');
			const file = await this.helpers.getBinaryStream(String(id));
			const headers = {
				Authorization,
				'Content-Type': `multipart/form-data; boundary=${BOUNDARY}`,
			};
			const answer = await json(await ask(url, { method: 'POST', headers }, form(file)));
			return [[{ json: answer.data as IDataObject }]];
		}
		const from = `${url}/${this.getNodeParameter('fileKey', 0) as string}`;
		const answer = await ask(from, { headers: { Authorization } }, []);
		return [
			[{ json: {}, binary: { data: await this.helpers.prepareBinaryData(answer, 'large.bin') } }],
		];
	}
}
