import { InputError } from '../../shared/inputError';
import type { ImageSize } from '../../shared/media/imageSize';

/** What an uploaded image is for. */
export type ImageType = 'message' | 'avatar';

const MAX_PIXELS = { gif: 2_000, avatar: 4_096, message: 12_000 };

const WHAT = { gif: 'a GIF', avatar: 'an avatar', message: 'an image' };

/**
 * Checks that an image is no larger than Lark takes it.
 *
 * @throws InputError when it is
 * @see im-v1/image/create, field image
 */
export function checkPixels(
	fileName: string,
	isGif: boolean,
	{ width, height }: ImageSize,
	image_type: ImageType,
): void {
	const kind = isGif ? 'gif' : image_type;
	const max = MAX_PIXELS[kind];
	if (width <= max && height <= max) return;
	throw new InputError(
		`The file "${fileName}" is ${width} x ${height} pixels, ${WHAT[kind]} can be ${max} x ${max} at most`,
		'Make it smaller, or send it as a file instead.',
	);
}
