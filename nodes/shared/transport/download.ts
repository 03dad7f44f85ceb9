import {
	jsonParse,
	type IBinaryData,
	type IExecuteFunctions,
	type IN8nHttpFullResponse,
} from 'n8n-workflow';

import { keptFileName } from '../media/fileName';
import { mimeTypeOf } from '../media/mimeType';
import { fileNameOf } from './contentDisposition';
import { readResponse, type LarkResponse } from './response';
import type { ByteStream } from './streams';

/** A file that is coming in. */
export interface Download {
	stream: ByteStream;
	/** '' when the server does not tell. */
	fileName: string;
	/** '' when the server does not tell. */
	mimeType: string;
}

const header = ({ headers }: IN8nHttpFullResponse, name: string) => String(headers[name] ?? '');

/** Takes the file out of a response whose body is a stream. */
export const fileIn = (response: IN8nHttpFullResponse): Download => ({
	stream: response.body as ByteStream,
	fileName: fileNameOf(header(response, 'content-disposition')),
	mimeType: header(response, 'content-type').split(';')[0].trim(),
});

/**
 * Reads the response to a download: the file stays a stream, anything else is read as Lark's envelope.
 * A file may be JSON, too: then it comes with a name.
 *
 * @throws LarkFailure when it is neither
 * @see im-v1/file/get: Content-Disposition comes when the request has a JSON Content-Type
 */
export async function readDownload(response: IN8nHttpFullResponse): Promise<LarkResponse> {
	const { stream, fileName, mimeType } = fileIn(response);
	const isJson = mimeType === 'application/json';
	if (response.statusCode === 200 && (fileName || !isJson)) return { code: 0 };
	const chunks: Buffer[] = [];
	for await (const chunk of stream) chunks.push(chunk as Buffer);
	const text = Buffer.concat(chunks).toString();
	return readResponse({ ...response, body: jsonParse(text, { fallbackValue: text }) });
}

/** Takes a file into n8n's binary data, as a stream, under a name that is one. */
export async function store(
	{ prepareBinaryData }: Pick<IExecuteFunctions['helpers'], 'prepareBinaryData'>,
	{ stream, fileName, mimeType }: Download,
): Promise<IBinaryData> {
	const name = keptFileName(fileName);
	const type = mimeTypeOf(name, mimeType);
	return await prepareBinaryData(stream, name || undefined, type).finally(() => stream.destroy());
}
