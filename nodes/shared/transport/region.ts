import type { INodeProperties } from 'n8n-workflow';

/** Region and base URL, as every Lark credential has them; `baseUrlOf` reads them. */
export const regionProperties: INodeProperties[] = [
	{
		displayName: 'Region',
		name: 'region',
		type: 'options',
		options: [
			{ name: 'Lark (open.larksuite.com)', value: 'lark' },
			{ name: 'Feishu (open.feishu.cn)', value: 'feishu' },
			{ name: 'Custom Base URL', value: 'custom' },
		],
		default: 'lark',
		description: 'Where the app was made. An app of one brand does not work on the other.',
	},
	{
		displayName: 'Base URL',
		name: 'baseUrl',
		type: 'string',
		displayOptions: { show: { region: ['custom'] } },
		placeholder: 'e.g. https://open.larksuite.com',
		default: '',
		required: true,
		description: 'Address of a gateway or private deployment, without /open-apis',
	},
];
