/**
 * Makes the component part of a Spring Boot application: its options are properties of the application, its secrets stay out
 * of Actuator, and a sandbox takes the place of the account when a property says so.
 */
package io.github.camelontraport.springboot;
