import type { IBinaryData } from 'n8n-workflow';

import type { Attachment } from '../../events/reading';
import { downloadMessageResource } from '../../lark/files';
import type { LarkClient } from '../../transport/client';
import { store } from '../../transport/download';
import { atMost, type ByteStream } from '../../transport/streams';
import type { EventContext } from '../context';

const MEGABYTE = 1024 * 1024;

/** A download that can be given up. */
export interface Fetching {
	binary: Promise<IBinaryData>;
	/** Closes the connection, so that the download does not go on unused. */
	giveUp(): void;
}

/**
 * Downloads an attachment as a stream into n8n's binary data.
 *
 * @param maxBytes the file may have
 * @see im-v1/message/get-2: files of up to 100 MB, with the message that they are in
 */
export function fetchAttachment(
	context: EventContext,
	client: () => Promise<LarkClient>,
	message_id: string,
	{ key, type, name }: Attachment,
	maxBytes: number,
): Fetching {
	let stream: ByteStream | undefined;
	let isGivenUp = false;
	const fetch = async () => {
		const lark = await client();
		const download = await lark.download(
			downloadMessageResource,
			{ message_id, file_key: key },
			{ type },
		);
		stream = download.stream;
		if (isGivenUp) stream.destroy();
		const tooLarge = new Error(`It is larger than ${maxBytes / MEGABYTE} MB.`);
		return await store(context.helpers, {
			...download,
			stream: atMost(stream, maxBytes, tooLarge),
			fileName: name || download.fileName,
		});
	};
	return {
		binary: fetch(),
		giveUp() {
			isGivenUp = true;
			stream?.destroy();
		},
	};
}
