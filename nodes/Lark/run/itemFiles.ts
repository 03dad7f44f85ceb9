import {
	BINARY_ENCODING,
	type IBinaryData,
	type IExecuteFunctions,
	type IN8nHttpFullResponse,
} from 'n8n-workflow';

import { InputError } from '../../shared/inputError';
import { fileNameFor } from '../../shared/media/fileName';
import { fileIn, store, type Download } from '../../shared/transport/download';
import { connectionProblem } from '../../shared/transport/failure';
import type { SourceFile } from '../../shared/transport/multipart';
import type { Slots } from '../../shared/transport/slots';
import { atMost } from '../../shared/transport/streams';
import type { ItemFiles } from '../fields/item';
import { givenFile } from './givenFile';

type Helpers = IExecuteFunctions['helpers'];

const CHUNK_BYTES = 256 * 1024;

const FETCH_TIMEOUT_MS = 300_000;

/** @param field that the file comes from, as the editor shows it */
async function sourceOf(
	helpers: Helpers,
	{ id, data, ...binary }: IBinaryData,
	field: string,
): Promise<SourceFile> {
	const { mimeType } = binary;
	const fileName = fileNameFor(binary);
	const unreadable = (error: Error) =>
		new InputError(
			`The file "${fileName}" from ${field} cannot be read: ${error.message}`,
			'n8n may have deleted it already. Run the step that made it again.',
		);
	const fail = (error: Error) => {
		throw unreadable(error);
	};
	if (!id) {
		const bytes = Buffer.from(data, BINARY_ENCODING);
		return { fileName, mimeType, size: bytes.length, open: async () => bytes, unreadable };
	}
	const { fileSize: size } = await helpers.getBinaryMetadata(id).catch(fail);
	const open = async () => await helpers.getBinaryStream(id, CHUNK_BYTES).catch(fail);
	return { fileName, mimeType, size, open, unreadable };
}

const tooLarge = (maxBytes: number) =>
	new InputError(
		`The file at the URL is larger than the ${maxBytes / 1024 / 1024} MB that Lark takes`,
		'Send a link to it as a text instead.',
	);

function checkUrl(url: string): string {
	const trimmed = url.trim();
	if (/^https?:\/\/[^\s/]/i.test(trimmed) && URL.canParse(trimmed)) return trimmed;
	throw new InputError(
		trimmed === '' ? 'URL is empty' : `URL cannot be "${trimmed}"`,
		'Enter the address of the file. It starts with https:// or http://.',
	);
}

const FETCH_FIX =
	'Check that the URL opens without logging in. Otherwise get the file in a step before.';

/** Says that a file did not come, or not all of it. */
const fetchProblem = (error: Error) =>
	error instanceof InputError
		? error
		: new InputError(
				`The file at the URL cannot be fetched: ${connectionProblem(error)}`,
				FETCH_FIX,
			);

async function fetchFile(context: IExecuteFunctions, url: string): Promise<Download> {
	const { httpRequest } = context.helpers;
	const response = (await httpRequest({
		url,
		abortSignal: context.getExecutionCancelSignal(),
		encoding: 'stream',
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
		timeout: FETCH_TIMEOUT_MS,
	}).catch((error: Error) => {
		throw fetchProblem(error);
	})) as IN8nHttpFullResponse;
	const download = fileIn(response);
	if (response.statusCode < 300) return download;
	download.stream.destroy();
	throw new InputError(
		`The file at the URL cannot be fetched: the server answers with HTTP ${response.statusCode}`,
		FETCH_FIX,
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

/** Fetches a file from the web into n8n's binary data. */
async function fetchInto(context: IExecuteFunctions, url: string, maxBytes: number) {
	const { stream, fileName, mimeType } = await fetchFile(context, url);
	return await store(context.helpers, {
		stream: atMost(stream, maxBytes, tooLarge(maxBytes)),
		fileName: fileNameFor({ fileName: fileName || nameIn(url), mimeType }, 'download'),
		mimeType,
	}).catch((error: Error) => {
		throw fetchProblem(error);
	});
}

/**
 * Gives operations the files of one item, wherever n8n keeps them.
 *
 * @param labelOf what the editor calls a parameter
 * @param slots for what is fetched
 */
export function itemFiles(
	context: IExecuteFunctions,
	itemIndex: number,
	labelOf: (name: string) => string,
	slots: Slots,
): ItemFiles {
	const { helpers } = context;
	return {
		async given(field) {
			const label = labelOf(field);
			const parameter = context.getNodeParameter(field, itemIndex, 'data') as unknown;
			return await sourceOf(helpers, givenFile(context, itemIndex, label, parameter), label);
		},
		async fetched(url, maxBytes) {
			const address = checkUrl(url);
			const release = await slots.acquire();
			const stored = await fetchInto(context, address, maxBytes).finally(release);
			return await sourceOf(helpers, stored, 'the URL');
		},
		async stored(download) {
			const binary = await store(helpers, download);
			const { size } = await sourceOf(helpers, binary, 'Lark');
			return { binary, size };
		},
	};
}
