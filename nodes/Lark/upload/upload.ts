import { InputError } from '../../shared/inputError';
import { createFile, createImage } from '../../shared/lark/files';
import { fileTypeOf, isGif, isImage, type FileType } from '../../shared/media/format';
import { imageSize } from '../../shared/media/imageSize';
import { mp4Duration } from '../../shared/media/mp4';
import { opusDuration } from '../../shared/media/opus';
import type { LarkClient } from '../../shared/transport/client';
import type { SourceFile } from '../../shared/transport/multipart';
import { inspect } from './bytes';
import { checkPixels, type ImageType } from './pixels';

const MB = 1024 * 1024;

/** im-v1/image/create, field image. */
export const MAX_IMAGE_BYTES = 10 * MB;

/** im-v1/file/create, field file. */
export const MAX_FILE_BYTES = 30 * MB;

function checkSize({ fileName, size }: SourceFile, maxBytes: number): void {
	if (size === 0) {
		throw new InputError(`The file "${fileName}" is empty`, 'Check the step that made it.');
	}
	if (size > maxBytes) {
		throw new InputError(
			`The file "${fileName}" is too large: ${(size / MB).toFixed(1)} MB of at most ${maxBytes / MB} MB`,
			'Make it smaller, or send a link to it instead.',
		);
	}
}

/**
 * Uploads an image, after checking what can be checked here.
 *
 * @returns its image_key
 * @throws InputError for what Lark would not take, NodeApiError for what it refuses
 * @see im-v1/image/create
 */
export async function uploadImage(
	lark: LarkClient,
	file: SourceFile,
	image_type: ImageType = 'message',
): Promise<string> {
	checkSize(file, MAX_IMAGE_BYTES);
	const { head, found: size } = await inspect(file, (start) =>
		isImage(start) ? imageSize : undefined,
	);
	if (!isImage(head)) {
		throw new InputError(
			`The file "${file.fileName}" is not an image in a format of Lark`,
			'Use JPG, PNG, WEBP, GIF, BMP, ICO, TIFF or HEIC. Anything else can be sent as a file.',
		);
	}
	if (size) checkPixels(file.fileName, isGif(head), size, image_type);
	const { image_key } = await lark.upload(createImage, { image_type }, 'image', file);
	return image_key;
}

/** What can be measured while a file is read. */
const DURATIONS: Partial<Record<FileType, typeof opusDuration>> = {
	opus: opusDuration,
	mp4: mp4Duration,
};

/** What the caller knows better about a file. */
export interface FileFacts {
	/** By default from the file itself. */
	fileType?: FileType;
	/** In milliseconds; by default from the file itself. */
	duration?: number;
}

/** A file that has been checked, with the fields of its upload. */
export interface CheckedFile {
	file: SourceFile;
	fields: Record<string, string>;
}

const checkedFile = (file: SourceFile, file_type: FileType, duration?: number): CheckedFile => ({
	file,
	fields: {
		file_type,
		file_name: file.fileName,
		...(duration !== undefined && { duration: String(duration) }),
	},
});

/**
 * Checks a file before it is uploaded.
 *
 * @throws InputError for what Lark would not take
 * @see im-v1/file/create
 */
export async function checkFile(file: SourceFile, facts: FileFacts = {}): Promise<CheckedFile> {
	checkSize(file, MAX_FILE_BYTES);
	const { fileType, duration } = facts;
	if (fileType && (duration !== undefined || !DURATIONS[fileType])) {
		return checkedFile(file, fileType, duration);
	}
	const typeOf = (head: Buffer) => fileType ?? fileTypeOf(file, head);
	const { head, found } = await inspect(file, (start) =>
		duration === undefined ? DURATIONS[typeOf(start)] : undefined,
	);
	return checkedFile(file, typeOf(head), duration ?? found);
}

/**
 * Checks that a file can be sent as a voice message.
 *
 * @throws InputError when it is no opus recording
 * @see im-v1/message/create, code 230055: the kind of file must fit the kind of message
 */
export async function checkOpus(file: SourceFile): Promise<CheckedFile> {
	const checked = await checkFile(file);
	if (checked.fields.file_type === 'opus') return checked;
	throw new InputError(
		`The file "${file.fileName}" is not an Opus recording, and voice messages take no other`,
		'Convert it (ffmpeg -i in.mp3 -acodec libopus -ac 1 -ar 16000 out.opus), or choose the Message Type File.',
	);
}

/**
 * Checks that a file can be sent as a video.
 *
 * @throws InputError when it is no mp4
 * @see im-v1/message/create, code 230055: the kind of file must fit the kind of message
 */
export async function checkMp4(file: SourceFile): Promise<CheckedFile> {
	const checked = await checkFile(file);
	if (checked.fields.file_type === 'mp4') return checked;
	throw new InputError(
		`The file "${file.fileName}" is not an MP4 video`,
		'Convert it to mp4, or choose the Message Type File.',
	);
}

/**
 * Uploads a file that has been checked.
 *
 * @returns its file_key
 * @throws NodeApiError for what Lark refuses
 * @see im-v1/file/create
 */
export async function uploadFile(lark: LarkClient, { file, fields }: CheckedFile): Promise<string> {
	const { file_key } = await lark.upload(createFile, fields, 'file', file);
	return file_key;
}
