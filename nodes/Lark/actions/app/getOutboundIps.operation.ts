import type { IDataObject } from 'n8n-workflow';

import { listOutboundIps } from '../../../shared/lark/app';
import { returnAllProperties } from '../../fields/returnAll';
import type { Operation } from '../operation';

const addressesOf = ({ ip_list }: IDataObject): IDataObject[] =>
	[(ip_list ?? []) as string[]].flat().map((ip) => ({ ip }));

export const appGetOutboundIps: Operation = {
	name: 'Get Outbound IPs',
	value: 'getOutboundIps',
	action: 'Get outbound addresses',
	description:
		'List the IP addresses from which Lark sends events and callbacks, for a firewall. They change: ask again from time to time.',
	endpoints: [listOutboundIps],
	lanes: [],
	properties: returnAllProperties,

	async execute(item) {
		const { path } = listOutboundIps;
		const pages = { pageSize: 50, limit: item.limit() };
		return await item.lark.pages({ endpoint: listOutboundIps, path }, pages, addressesOf);
	},
};
