import { op, resource } from '../../../engine/rows';
import { wholeList } from './pickers';

export const connection = resource('Connection', 'connection', [
	op({
		value: 'getAll', name: 'Get Many', action: 'Get many connections', description: 'Retrieve the retailers or suppliers that your organization is connected with',
		route: 'GET /organizations/connections/',
		effect: 'read', repeat: 'absolute', fields: {}, list: wholeList(),
		simplify: {
			uuid: 'uuid', status: 'status', retailer_uuid: 'retailer.uuid', retailer_org_uuid: 'retailer.organization.uuid', retailer_name: 'retailer.organization.name',
			supplier_uuid: 'supplier.uuid', supplier_org_uuid: 'supplier.organization.uuid', supplier_name: 'supplier.organization.name',
			retailers_supplier_account_number: 'retailers_supplier_account_number', suppliers_retailer_account_number: 'suppliers_retailer_account_number',
			allocation_type: 'allocation_type', deactivated_date: 'deactivated_date',
		},
	}),
]);
