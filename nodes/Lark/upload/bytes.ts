import { ByteReader } from '../../shared/media/byteReader';
import { HEAD_BYTES } from '../../shared/media/format';
import type { SourceFile } from '../../shared/transport/multipart';

/**
 * Opens a file for one reader, and closes it when that has seen enough.
 *
 * @throws what the file says when it cannot be read
 */
export async function reading<T>(
	{ open, unreadable }: SourceFile,
	read: (bytes: AsyncIterable<Buffer>) => Promise<T>,
): Promise<T> {
	const source = await open();
	if (Buffer.isBuffer(source)) {
		return await read(
			(async function* () {
				yield source;
			})(),
		);
	}
	try {
		return await read(source);
	} catch (error) {
		throw unreadable(error as Error);
	} finally {
		source.destroy();
	}
}

/** Reads the first bytes of a file, by which its format is told. */
export const headOf = async (file: SourceFile): Promise<Buffer> =>
	await reading(file, async (bytes) => await new ByteReader(bytes).read(HEAD_BYTES));
