import type { ItemParameters } from '../../../nodes/Lark/fields/item';
import { messageIdField } from '../../../nodes/Lark/fields/messageId';
import { readAddress } from '../../../nodes/Lark/fields/address';
import { recogniseReceiver } from '../../../nodes/Lark/fields/receiver';

describe('recogniseReceiver', () => {
	it.each([
		['oc_a0553eda9014c201e6969b478895c230', 'chat_id'],
		['ou_7d8a6e6df7621556ce0d21922b676706', 'open_id'],
		['on_8ed6aa67826108097d9ee143816345', 'union_id'],
		['e33ggbyz', 'user_id'],
		['7be5fg9a', 'user_id'],
		['employee-42', 'user_id'],
		['ada.lovelace@example.com', 'email'],
	])('%s is a %s', (value, type) => {
		expect(recogniseReceiver(value)).toEqual({ receive_id: value, receive_id_type: type });
		expect(recogniseReceiver(` ${value}\n`)).toEqual({ receive_id: value, receive_id_type: type });
	});

	it.each([
		['+86 130 1111 1111', '13011111111'],
		['13011111111', '13011111111'],
		['199-1111-1111', '19911111111'],
		['+1 (555) 010-0200', '+15550100200'],
		['+15550100200', '+15550100200'],
		['+49 (0)170 1234567', '+491701234567'],
		['+44 (0) 20 7946 0000', '+442079460000'],
		['+852 5555 0100', '+85255550100'],
	])('%s is a phone number', (value, receive_id) => {
		expect(recogniseReceiver(` ${value} `)).toEqual({ receive_id, receive_id_type: 'phone' });
	});

	it.each(['12011111111', '1301111111', '130111111111', '5550100200'])(
		'%s is a user_id: no phone number of mainland China looks like this',
		(receive_id) => {
			expect(recogniseReceiver(receive_id)).toEqual({ receive_id, receive_id_type: 'user_id' });
		},
	);

	it('knows that 11 digits can be a user_id, too', () => {
		expect(readAddress('13011111111').map((address) => address.receive_id_type)).toEqual([
			'phone',
			'user_id',
		]);
	});

	it.each([
		['', /empty/],
		['  ', /empty/],
		['om_dc13264520392913993dd051dba21dcf', /message ID.*Reply/],
		['omt_d4be107c616a', /thread ID/],
		['cli_slkdjalasdkjasd', /App ID/],
		['od-1234', /department ID/],
		['+86', /no ID, email address or phone number/],
		['(555) 010-0200', /no ID, email address or phone number/],
		['oc_', /no ID, email/],
		['ou_1/../x', /no ID, email/],
		['Ops team', /no ID, email/],
		['{{ $json.chat }}', /no ID, email/],
		['a'.repeat(65), /no ID, email/],
		['ada@example.com\u200b', /invisible character U\+200B/],
		['\u2068ou_1\u2069', /invisible character U\+2068/],
	])('refuses %j', (value, text) => {
		expect(() => recogniseReceiver(value)).toThrow(text);
	});
});

const readMessageId = (value: string) =>
	messageIdField().read({ string: () => value } as unknown as ItemParameters);

describe('the field Message ID', () => {
	it('takes a message ID', () => {
		expect(readMessageId(' om_dc13264520392913993dd051dba21dcf ')).toBe(
			'om_dc13264520392913993dd051dba21dcf',
		);
	});

	it.each(['', 'oc_1', 'om_', 'om_1/../x', 'undefined'])('refuses %j', (value) => {
		expect(() => readMessageId(value)).toThrow(/^Message ID/);
	});
});
