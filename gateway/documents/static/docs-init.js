"use strict";
// No validator: it would send the description to an outside address.
window.ui = SwaggerUIBundle({
  url: "/openapi.json",
  dom_id: "#swagger-ui",
  deepLinking: true,
  validatorUrl: null,
  persistAuthorization: false,
  docExpansion: "list",
  tagsSorter: "alpha",
  presets: [SwaggerUIBundle.presets.apis],
});
