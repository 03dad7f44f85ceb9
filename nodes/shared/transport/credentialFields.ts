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

/** The app, as every Lark credential has it. */
export const appProperties: INodeProperties[] = [
	{
		displayName: 'App ID',
		name: 'appId',
		type: 'string',
		placeholder: 'e.g. cli_a1b2c3d4e5f6a7b8',
		default: '',
		required: true,
		description: 'From the developer console, Credentials & Basic Info',
	},
	{
		displayName: 'App Secret',
		name: 'appSecret',
		type: 'string',
		typeOptions: { password: true },
		default: '',
		required: true,
		description: 'From the developer console, Credentials & Basic Info',
	},
];
