import { fileContent, imageContent } from '../../../nodes/shared/content/key';

const parse = ({ msg_type, content }: { msg_type: string; content: string }) => [
	msg_type,
	JSON.parse(content),
];

describe('content by key', () => {
	it('is the key alone', () => {
		expect(parse(imageContent(' img_v2_1 '))).toEqual(['image', { image_key: 'img_v2_1' }]);
		expect(parse(fileContent('audio', '75235e0c-4f92'))).toEqual([
			'audio',
			{ file_key: '75235e0c-4f92' },
		]);
	});

	it('has the cover of a video when there is one', () => {
		expect(parse(fileContent('media', 'file_v2_1', 'img_1'))).toEqual([
			'media',
			{ file_key: 'file_v2_1', image_key: 'img_1' },
		]);
		expect(parse(fileContent('media', 'file_v2_1', ' '))).toEqual([
			'media',
			{ file_key: 'file_v2_1' },
		]);
	});

	it.each(['', 'file_v2_1', 'picture.png', 'https://example.com/img_1'])(
		'refuses %j as an image key',
		(key) => expect(() => imageContent(key)).toThrow(/Image Key/),
	);

	it.each([
		['file', 'Upload File'],
		['sticker', 'Send the sticker to the bot'],
	] as const)('tells where the key of a %s comes from', (type, place) => {
		const refused = expect.objectContaining({ fix: expect.stringContaining(place) as string });
		expect(() => fileContent(type, 'report.pdf')).toThrow(refused as Error);
	});

	it.each(['', 'report.pdf', 'https://example.com/a.pdf'])('refuses %j as a file key', (key) =>
		expect(() => fileContent('file', key)).toThrow(/File Key/),
	);
});
