import {
	BINARY_ENCODING,
	type IBinaryData,
	type IExecuteFunctions,
	type IN8nHttpFullResponse,
} from 'n8n-workflow';

import { InputError } from '../../shared/inputError';
import { fileIn, type Download } from '../../shared/transport/download';
import { connectionProblem } from '../../shared/transport/failure';
import type { ByteStream, SourceFile } from '../../shared/transport/multipart';
import type { ItemFiles } from './operation';

type Helpers = IExecuteFunctions['helpers'];

const CHUNK_BYTES = 256 * 1024;

const FETCH_TIMEOUT_MS = 300_000;

async function sourceOf(helpers: Helpers, binary: IBinaryData): Promise<SourceFile> {
	const { id, data, mimeType, fileName = 'file' } = binary;
	if (id) {
		const { fileSize: size } = await helpers.getBinaryMetadata(id);
		return { fileName, mimeType, size, open: () => helpers.getBinaryStream(id, CHUNK_BYTES) };
	}
	const bytes = Buffer.from(data, BINARY_ENCODING);
	return { fileName, mimeType, size: bytes.length, open: async () => bytes };
}

async function store(helpers: Helpers, download: Download): Promise<IBinaryData> {
	const { stream, fileName, mimeType } = download;
	return await helpers.prepareBinaryData(stream, fileName || undefined, mimeType || undefined);
}

/** Breaks off when there are more bytes than wanted. */
const atMost = (stream: ByteStream, maxBytes: number): ByteStream =>
	stream.compose(async function* (chunks: AsyncIterable<Buffer>) {
		let bytes = 0;
		for await (const chunk of chunks) {
			bytes += chunk.length;
			if (bytes > maxBytes) {
				throw new InputError(
					`The file at the URL is larger than the ${maxBytes / 1024 / 1024} MB that Lark takes`,
					'Send a link to it as a text instead.',
				);
			}
			yield chunk;
		}
	}) as ByteStream;

function checkUrl(url: string): string {
	const trimmed = url.trim();
	if (/^https?:\/\/[^\s/]/i.test(trimmed) && URL.canParse(trimmed)) return trimmed;
	throw new InputError(
		trimmed === '' ? 'URL is empty' : `URL cannot be "${trimmed}"`,
		'Enter the address of the file. It starts with https:// or http://.',
	);
}

async function fetchFile({ httpRequest }: Helpers, url: string): Promise<Download> {
	const fix =
		'Check that the URL opens without logging in. Otherwise get the file in a step before.';
	const response = (await httpRequest({
		url,
		encoding: 'stream',
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
		timeout: FETCH_TIMEOUT_MS,
	}).catch((error: Error) => {
		throw new InputError(`The file at the URL cannot be fetched: ${connectionProblem(error)}`, fix);
	})) as IN8nHttpFullResponse;
	const download = fileIn(response);
	if (response.statusCode < 300) return download;
	download.stream.destroy();
	throw new InputError(
		`The file at the URL cannot be fetched: the server answers with HTTP ${response.statusCode}`,
		fix,
	);
}

/** The name at the end of a URL's path. */
function nameIn(url: string): string {
	const name = new URL(url).pathname.split('/').at(-1) ?? '';
	try {
		return decodeURIComponent(name);
	} catch {
		return name;
	}
}

/** Gives operations the files of one item, wherever n8n keeps them. */
export function itemFiles(context: IExecuteFunctions, itemIndex: number): ItemFiles {
	const { helpers } = context;
	return {
		async given(field) {
			const parameter = context.getNodeParameter(field, itemIndex, 'data') as string | IBinaryData;
			return await sourceOf(helpers, helpers.assertBinaryData(itemIndex, parameter));
		},
		async fetched(url, maxBytes) {
			const address = checkUrl(url);
			const { stream, fileName, mimeType } = await fetchFile(helpers, address);
			const stored = await store(helpers, {
				stream: atMost(stream, maxBytes),
				fileName: fileName || nameIn(address),
				mimeType,
			});
			return await sourceOf(helpers, stored);
		},
		async stored(download) {
			const binary = await store(helpers, download);
			const { size } = await sourceOf(helpers, binary);
			return { binary, size };
		},
	};
}
