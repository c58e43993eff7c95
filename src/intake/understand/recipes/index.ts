import type { Recipe } from '../recipe';
import { amazonSettlement } from './amazon';
import { chargebeeInvoices, chargebeeSubscriptions } from './chargebee';
import { datevBookings } from './datev';
import { ebayOrders, ebayTransactions } from './ebay';
import { etsySoldItems } from './etsy';
import { hubSpotContacts, hubSpotDeals } from './hubspot';
import { magentoOrders } from './magento';
import { mailchimpAudience } from './mailchimp';
import { odooOrders } from './odoo';
import { payPalActivity } from './paypal';
import { pipedriveDeals } from './pipedrive';
import { prestaShopOrders } from './prestashop';
import { quickBooksSales } from './quickbooks';
import { salesforceOpportunities } from './salesforce';
import { sapSalesDocuments } from './sap';
import { shopifyCustomers, shopifyOrders } from './shopify';
import { squareItems, squareTransactions } from './square';
import { stripeInvoices, stripePayments, stripeSubscriptions } from './stripe';
import { surveyMonkeyResponses } from './surveymonkey';
import { wooCommerceAnalytics, wooCommerceOrders } from './woocommerce';
import { xeroInvoices } from './xero';
import { zohoDeals, zohoInvoices } from './zoho';

/** Every system whose exports are known, one line each. */
export const RECIPES: readonly Recipe[] = [
  shopifyOrders,
  shopifyCustomers,
  wooCommerceOrders,
  wooCommerceAnalytics,
  magentoOrders,
  prestaShopOrders,
  etsySoldItems,
  amazonSettlement,
  ebayOrders,
  ebayTransactions,
  squareItems,
  squareTransactions,
  stripePayments,
  stripeSubscriptions,
  stripeInvoices,
  payPalActivity,
  hubSpotContacts,
  hubSpotDeals,
  salesforceOpportunities,
  pipedriveDeals,
  zohoDeals,
  zohoInvoices,
  odooOrders,
  xeroInvoices,
  quickBooksSales,
  sapSalesDocuments,
  datevBookings,
  chargebeeSubscriptions,
  chargebeeInvoices,
  mailchimpAudience,
  surveyMonkeyResponses,
];
