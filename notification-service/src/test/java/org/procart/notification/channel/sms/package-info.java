package org.procart.notification.channel.sms;
