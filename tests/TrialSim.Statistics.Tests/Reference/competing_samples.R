suppressMessages({library(survival); library(cmprsk)})
options(digits=17)
set.seed(20)
out<-NULL; aj<-NULL; ci<-NULL; gr<-NULL; fg<-NULL
f<-function(x) formatC(x,digits=17,format="g")
for(s in 1:30){
 n<-sample(c(12,30,60),1); tied<-s%%2==0
 t<-rexp(n)*10; if(tied) t<-ceiling(t/2)
 cause<-sample(0:2,n,TRUE,c(.3,.4,.3)); g<-sample(0:(1+s%%3),n,TRUE); st<-sample(0:1,n,TRUE)
 x1<-rnorm(n); x2<-rbinom(n,1,.5)
 if(tied) t<-t else t<-round(t,3)
 d<-data.frame(sample=s,time=t,cause,group=g,stratum=st,x1=signif(x1,4),x2)
 out<-rbind(out,d)
 sf<-survfit(Surv(time,factor(cause,0:2))~1,d)
 k<-sf$n.event[,2]+sf$n.event[,3]>0
 aj<-rbind(aj,data.frame(sample=s,time=sf$time[k],inc=f(sf$pstate[k,2]),se=f(sf$std.err[k,2]),lower=f(sf$lower[k,2]),upper=f(sf$upper[k,2])))
 cu<-cuminc(t,cause)
 if(!is.null(cu[["1 1"]])){tp<-timepoints(cu["1 1"],sort(unique(t[cause>0]))); 
  ci<-rbind(ci,data.frame(sample=s,time=sort(unique(t[cause>0])),inc=f(tp$est[1,]),var=f(tp$var[1,])))}
 for(rho in c(0,1)) for(strat in 0:1){
  te<-try(if(strat) cuminc(t,cause,g,st,rho=rho)$Tests else cuminc(t,cause,g,rho=rho)$Tests,silent=TRUE)
  if(!inherits(te,"try-error")) for(k in 1:2) gr<-rbind(gr,data.frame(sample=s,rho,strat,cause=k,stat=f(te[as.character(k),1]),p=f(te[as.character(k),2]),df=te[as.character(k),3]))
 }
 if(n>=30){
  X<-cbind(d$x1,d$x2)
  m<-crr(t,cause,X,gtol=1e-14,maxiter=40)
  fgd<-finegray(Surv(time,factor(cause,0:2))~x1+x2,d)
  m2<-coxph(Surv(fgstart,fgstop,fgstatus)~x1+x2,fgd,weights=fgwt,robust=FALSE,control=coxph.control(eps=1e-13,iter.max=50,toler.chol=1e-14))
  fg<-rbind(fg,data.frame(sample=s,form=c("crr","finegray"),b1=f(c(m$coef[1],coef(m2)[1])),b2=f(c(m$coef[2],coef(m2)[2])),
    v11=f(c(m$var[1,1],vcov(m2)[1,1])),v12=f(c(m$var[1,2],vcov(m2)[1,2])),v22=f(c(m$var[2,2],vcov(m2)[2,2])),
    ll0=f(c(m$loglik.null,m2$loglik[1])),ll=f(c(m$loglik,m2$loglik[2]))))
 }
}
w<-function(x,n) write.csv(x,n,row.names=FALSE,quote=FALSE)
w(out,"competing_samples.csv");w(aj,"competing_aj.csv");w(ci,"competing_cuminc.csv");w(gr,"competing_gray.csv");w(fg,"competing_finegray.csv")
