import type { Form } from '../write';
import { datev, quickBooks, quickBooksGrouped } from './accounts';
import { odoo, odooLines, xero, zohoInvoices } from './books';
import { pipedrive, salesforce, zohoDeals } from './deals';
import { hubSpotDeals } from './hubspot';
import { amazon, ebayOrders, ebayTransactions } from './markets';
import { chargebeeInvoices, payPal, squareItems, squareTransactions } from './payments';
import { sap } from './sap';
import { shopify } from './shopify';
import { etsy, magento, magentoFirst, prestaShop } from './shops';
import { stripeInvoices, stripePayments } from './stripe';
import { wooCommerce, wooCommerceAnalytics } from './woocommerce';

/** Forms of known systems, one line each: of every one whose export can hold sales. */
export const FORMS_OF_SYSTEMS: readonly Form[] = [
  shopify,
  wooCommerce,
  wooCommerceAnalytics,
  magento,
  magentoFirst,
  prestaShop,
  etsy,
  amazon,
  ebayOrders,
  ebayTransactions,
  squareItems,
  squareTransactions,
  stripePayments,
  stripeInvoices,
  payPal,
  hubSpotDeals,
  salesforce,
  pipedrive,
  zohoDeals,
  zohoInvoices,
  odoo,
  odooLines,
  xero,
  quickBooks,
  quickBooksGrouped,
  sap,
  datev,
  chargebeeInvoices,
];
