import { useSending } from './sending';

describe('Lark node: rich text and cards', () => {
	const setup = useSending();
	const { stored, refused, uploaded } = setup;

	describe('rich text', () => {
		const content = [[{ tag: 'text', text: 'Hi' }]];

		it('is sent from JSON and from an expression, and gets the missing locale', async () => {
			await stored('post', { post: JSON.stringify({ zh_cn: { content } }) });
			expect(
				await stored('post', { post: `={{ ${JSON.stringify({ title: 'T', content })} }}` }),
			).toEqual([
				{ type: 'post', content: { zh_cn: { content } } },
				{ type: 'post', content: { en_us: { title: 'T', content } } },
			]);
		});

		it.each([
			['post', { post: '{"content": [[{"tag": "bold"}]]}' }, /node 1 in paragraph 1 .*"bold"/],
			['post', { post: '={{ $json.missing }}' }, /Rich Text is empty/],
		])('refuses for %s %j before anything is sent', refused);
	});

	describe('cards', () => {
		it('are made from a form without JSON', async () => {
			const image_key = uploaded('img_v3_1', 'image', 'message');
			const [{ type, content }] = await stored('interactive', {
				cardTitle: 'Checkout is down',
				cardColor: 'red',
				cardBody: '**5 %** of payments fail',
				cardFields: {
					field: [
						{ name: 'Service', value: 'checkout' },
						{ name: 'Errors', value: '={{ 5 }}' },
					],
				},
				cardButtons: {
					button: [
						{ text: 'Dashboard', url: 'https://example.com', style: 'primary' },
						{ text: 'Mute', action: 'callback', value: '={{ { mute: true } }}' },
					],
				},
				options: { cardImageKey: image_key, cardNote: 'Sent by the monitoring' },
			});
			expect(type).toBe('interactive');
			expect(content).toMatchObject({ schema: '2.0', header: { template: 'red' } });
			const json = JSON.stringify(content);
			for (const part of [
				'**Service**\\ncheckout',
				'**Errors**\\n5',
				'"default_url":"https://example.com"',
				'"type":"callback","value":{"mute":true}',
				`"img_key":"${image_key}"`,
				'"content":"Sent by the monitoring","text_size":"notation"',
			]) {
				expect(json).toContain(part);
			}
		});

		it('are made from a template with variables', async () => {
			expect(
				await stored('interactive', {
					cardSource: 'template',
					templateId: 'AAqk1',
					templateVariables: {
						variable: [
							{ name: 'service', value: 'checkout' },
							{ name: 'rows', value: '={{ [1, 2] }}' },
						],
					},
					options: { templateVersion: '1.0.0' },
				}),
			).toEqual([
				{
					type: 'interactive',
					content: {
						type: 'template',
						data: {
							template_id: 'AAqk1',
							template_version_name: '1.0.0',
							template_variable: { service: 'checkout', rows: [1, 2] },
						},
					},
				},
			]);
		});

		it('are made from JSON, as text or from an expression', async () => {
			const card = { elements: [{ tag: 'hr' }] };
			await stored('interactive', { cardSource: 'json', cardJson: JSON.stringify(card) });
			expect(
				await stored('interactive', {
					cardSource: 'json',
					cardJson: `={{ ${JSON.stringify(card)} }}`,
				}),
			).toEqual(Array(2).fill({ type: 'interactive', content: card }));
		});

		it.each([
			['interactive', {}, /The card is empty/],
			['interactive', { cardButtons: { button: [{ text: 'Go' }] } }, /Button 1 has no valid URL/],
			['interactive', { cardSource: 'json', cardJson: '{"schema": "2.0"}' }, /body is missing/],
			['interactive', { cardSource: 'template', templateId: '={{ "" }}' }, /Template ID is empty/],
		])('refuses for %s %j before anything is sent', refused);
	});
});
